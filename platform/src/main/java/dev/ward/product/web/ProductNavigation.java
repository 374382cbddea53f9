package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProductNavigation {

    @Bean
    NavigationEntry productsEntry() {
        return new NavigationEntry(Section.PRODUCTS, "Products", "/products", Permission.PRODUCT_READ.name(), 10);
    }
}
